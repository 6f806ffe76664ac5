@echo off
rem Runs Maven 3.9: the one unpacked earlier, the one on PATH, or one fetched now and checked by its SHA-512.
rem Why there is no download address in here: docs\decisions\0001-maven-wrapper-without-a-host.md
setlocal enabledelayedexpansion

set "root=%~dp0"
for /f "usebackq eol=# tokens=1,2 delims==" %%a in ("%root%.mvn\wrapper\maven-wrapper.properties") do set "wrapper_%%a=%%b"
set "version=%wrapper_mavenVersion%"
set "sha512=%wrapper_sha512%"
if not defined MAVEN_USER_HOME set "MAVEN_USER_HOME=%USERPROFILE%\.m2"
set "dists=%MAVEN_USER_HOME%\wrapper\dists\apache-maven-%version%"
set "home=%dists%\%sha512:~0,16%"
if exist "%home%\bin\mvn.cmd" goto run

where mvn >nul 2>nul
if errorlevel 1 goto fetch
for /f "tokens=3" %%v in ('mvn -B -v 2^>nul ^| findstr /b /c:"Apache Maven"') do set "found=%%v"
for /f "tokens=1,2 delims=." %%a in ("%found%") do if "%%a"=="3" if %%b geq 9 (
    endlocal
    mvn %*
    exit /b
)

:fetch
set "temporary=%home%.%RANDOM%%RANDOM%"
set "zip=%temporary%\apache-maven-%version%-bin.zip"
mkdir "%temporary%" || exit /b 1
if defined MVNW_REPOURL (
    echo mvnw: fetching Maven %version% from MVNW_REPOURL 1>&2
    curl -fsSL -o "%zip%" "%MVNW_REPOURL%/org/apache/maven/apache-maven/%version%/apache-maven-%version%-bin.zip" || goto failed
) else (
    where mvn >nul 2>nul || (
        echo mvnw: Maven 3.9 or later must be on PATH, but there is no mvn. Install any Maven, 1>&2
        echo mvnw: or set MVNW_REPOURL to the root of a Maven repository to fetch Maven %version% from. 1>&2
        goto failed
    )
    echo mvnw: fetching Maven %version% through the mvn on PATH ^(once^) 1>&2
    pushd "%temporary%"
    call mvn -B -q -Dstyle.color=never org.apache.maven.plugins:maven-dependency-plugin:3.8.1:copy "-Dartifact=org.apache.maven:apache-maven:%version%:zip:bin" "-DoutputDirectory=%temporary%" 1>&2
    popd
    if not exist "%zip%" goto failed
)
set "actual="
for /f "skip=1 tokens=* delims=" %%h in ('certutil -hashfile "%zip%" SHA512') do if not defined actual set "actual=%%h"
set "actual=%actual: =%"
if /i not "%actual%"=="%sha512%" (
    echo mvnw: SHA-512 of Maven %version% must be %sha512%, but was %actual%. The download is damaged or not Maven. 1>&2
    goto failed
)
pushd "%temporary%"
if defined JAVA_HOME ("%JAVA_HOME%\bin\jar" xf "%zip%") else (jar xf "%zip%")
popd
if not exist "%home%" move "%temporary%\apache-maven-%version%" "%home%" >nul
rmdir /s /q "%temporary%"

:run
set "command=%home%\bin\mvn.cmd"
endlocal & set "command=%command%"
call "%command%" %*
exit /b

:failed
rmdir /s /q "%temporary%"
exit /b 1
