@echo off
rem The twin of mvn-provider for Windows, where the engine finds it by its extension.
call "%~dp0host.cmd" plugin dev.spillway.provider.ComponentProvider %*
exit /b %ERRORLEVEL%
