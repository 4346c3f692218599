@echo off
rem The twin of mvn-components for Windows. Untried.
setlocal
set "MAIN=dev.spillway.provider.ComponentProvider"
for /f "usebackq delims=" %%A in ("%~dp0packages.json") do set "PACKAGES=%%A"
call "%~dp0mvn-spillway.cmd" %*
exit /b %ERRORLEVEL%
