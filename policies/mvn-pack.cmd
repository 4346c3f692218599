@echo off
rem The twin of mvn-pack for Windows, where the engine finds it by its extension.
call "%~dp0..\tools\launcher\host.cmd" plugin dev.spillway.pack.PackServer %*
exit /b %ERRORLEVEL%
