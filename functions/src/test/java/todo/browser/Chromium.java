package todo.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType.LaunchOptions;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// The system's Chromium, headless and with a new profile.
record Chromium(Playwright playwright, Browser browser) implements AutoCloseable {
    private static final List<String> NAMES = List.of("chromium", "chromium-browser", "google-chrome");
    private static final List<String> ARGUMENTS = List.of(
            "--no-sandbox", // not supported for root
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync");

    /// Returns whether Chromium is installed. For `@EnabledIf`.
    static boolean installed() {
        var installed = program().isPresent();
        if (!installed) {
            System.out.println("Skipped: Chromium is not installed (Debian's package chromium)");
        }
        return installed;
    }

    static Chromium start() {
        var withoutDownload = new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1"));
        var playwright = Playwright.create(withoutDownload);
        var options = new LaunchOptions()
                .setExecutablePath(program().orElseThrow())
                .setHeadless(true)
                .setArgs(ARGUMENTS);
        return new Chromium(playwright, playwright.chromium().launch(options));
    }

    Page open(String url) {
        var page = browser.newPage();
        page.navigate(url);
        return page;
    }

    @Override
    public void close() {
        playwright.close();
    }

    private static Optional<Path> program() {
        var folders = List.of(System.getenv("PATH").split(":", -1));
        return NAMES.stream().flatMap(name -> paths(folders, name)).findFirst();
    }

    private static Stream<Path> paths(List<String> folders, String name) {
        return folders.stream().map(folder -> Path.of(folder, name)).filter(Files::isExecutable);
    }
}
