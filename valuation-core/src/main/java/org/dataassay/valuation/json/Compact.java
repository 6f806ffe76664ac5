package org.dataassay.valuation.json;

/** A stored record whose empty texts, lists and maps are left out. */
interface Compact {}
