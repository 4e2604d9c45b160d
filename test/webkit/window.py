"""A window of WebKitGTK for WebKitWebDriver. MiniBrowser, which the driver starts by itself, forgets everything at once when it is automated, and a
private profile has no file system: this one has a profile, as people have.

window.py --automation --profile FOLDER [--feature NAME]...   FOLDER/downloads is where saved files appear
"""

import argparse
import os

import gi

gi.require_version("Gtk", "3.0")
gi.require_version("WebKit2", "4.1")
from gi.repository import Gtk, WebKit2  # noqa: E402

arguments = argparse.ArgumentParser()
arguments.add_argument("--automation", action="store_true")
arguments.add_argument("--profile", required=True)
arguments.add_argument("--feature", action="append", default=[])
given = arguments.parse_args()

data = WebKit2.WebsiteDataManager(base_data_directory=given.profile, base_cache_directory=given.profile)
context = WebKit2.WebContext.new_with_website_data_manager(data)
context.set_automation_allowed(given.automation)
settings = WebKit2.Settings()
features = WebKit2.Settings.get_all_features()
for feature in (features.get(at) for at in range(features.get_length())):
    if feature.get_identifier() in given.feature:
        settings.set_feature_enabled(feature, True)


def open_view(_session):
    view = WebKit2.WebView(is_controlled_by_automation=True, web_context=context, settings=settings)
    window = Gtk.Window(default_width=1280, default_height=900)
    window.add(view)
    window.show_all()
    return view


def begin(_context, session):
    about = WebKit2.ApplicationInfo()
    about.set_name("window.py")
    about.set_version(1, 0, 0)
    session.set_application_info(about)
    session.connect("create-web-view", open_view)


def save(_context, download):
    def choose(_download, name):
        folder = os.path.join(given.profile, "downloads")
        os.makedirs(folder, exist_ok=True)
        download.set_destination("file://" + os.path.join(folder, name))
        return True

    download.connect("decide-destination", choose)


context.connect("automation-started", begin)
context.connect("download-started", save)
Gtk.main()
