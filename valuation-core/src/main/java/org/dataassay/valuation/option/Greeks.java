package org.dataassay.valuation.option;

/**
 * How the value of an option moves. Theta, vega and rho are scaled as the method's options say.
 *
 * @param delta by the value of the underlying
 * @param gamma of delta, by the value of the underlying; 0 where nothing is uncertain
 * @param vega by the volatility
 * @param theta by the passing of time, all else equal
 * @param rho by the risk-free rate as it is stated, with its compounding
 * @param yieldSensitivity by the yield, per 1.00
 */
public record Greeks(double delta, double gamma, double vega, double theta, double rho, double yieldSensitivity) {}
