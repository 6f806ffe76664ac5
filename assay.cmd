@echo off
rem Starts the command line of Data Assay. Builds it first when there is none or when a source is newer.
setlocal
set "root=%~dp0"
set "jar=%root%examples\target\assay.jar"
if defined JAVA_HOME (set "java=%JAVA_HOME%\bin\java") else (set "java=java")
if exist "%jar%" (
    powershell -NoProfile -Command "$t=(Get-Item '%jar%').LastWriteTimeUtc; $m='valuation-core','quality-metrics','pricing-models','valuation-reports','examples'; foreach ($d in $m) { if (Get-ChildItem -Recurse -File \"%root%$d\src\main\",\"%root%$d\pom.xml\" -ErrorAction SilentlyContinue | Where-Object { $_.LastWriteTimeUtc -gt $t }) { exit 1 } }; exit 0"
    if not errorlevel 1 goto run
)
echo assay: building the command line (once, and after a change of the sources) 1>&2
pushd "%root%"
call mvnw.cmd -q -B -ntp -Pquick -Dmaven.test.skip=true -pl examples -am package 1>&2
if errorlevel 1 (
    popd
    exit /b 3
)
popd
:run
if not defined ASSAY_JAVA_OPTIONS set ASSAY_JAVA_OPTIONS=-XX:TieredStopAtLevel=1
rem Drivers of databases, and duckdb_jdbc for Parquet; never an empty element, which would be the current folder.
if defined ASSAY_CLASS_PATH (set "classes=%jar%;%ASSAY_CLASS_PATH%") else (set "classes=%jar%")
"%java%" -XX:+UseSerialGC %ASSAY_JAVA_OPTIONS% -cp "%classes%" org.dataassay.examples.cli.Assay %*
exit /b
