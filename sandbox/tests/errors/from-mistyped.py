form flask import Flask
