using System.IO.Compression;
using System.Net;
using System.Text;
using FunctionsApp.Tests.Platform.Http;

namespace FunctionsApp.Tests.Console;

public sealed class ConsoleTests(ConsoleFolder console) : IClassFixture<ConsoleFolder>
{
    readonly AppHost app = console.App;

    [Theory]
    [InlineData("/console")]
    [InlineData("/console/")]
    [InlineData("/console/index.html")]
    [InlineData("/console/groups/tea-1")]
    [InlineData("/console/members/wm.17?tab=orders")]
    public async Task Pages_are_the_index_which_is_asked_for_each_time(string path)
    {
        using var answer = await app.Client.GetAsync(path);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal("text/html; charset=utf-8", answer.Content.Headers.ContentType?.ToString());
        Assert.Equal("no-cache", answer.Headers.CacheControl?.ToString());
        Assert.Equal(ConsoleFolder.Index, await answer.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task Page_that_did_not_change_is_not_sent_again()
    {
        using var first = await app.Client.GetAsync("/console/");

        var again = await app.GetAsync("/console/", ("If-None-Match", first.Headers.ETag!.ToString()));

        Assert.Equal((HttpStatusCode.NotModified, 0), (again.Status, again.Bytes.Length));
    }

    [Fact]
    public async Task File_whose_name_changes_with_its_content_is_kept_for_a_year()
    {
        using var answer = await app.Client.GetAsync(ConsoleFolder.ScriptPath);

        Assert.Equal("public, max-age=31536000, immutable", answer.Headers.GetValues("Cache-Control").Single());
        Assert.Equal("text/javascript; charset=utf-8", answer.Content.Headers.ContentType?.ToString());
        Assert.Equal(ConsoleFolder.Script, await answer.Content.ReadAsStringAsync());
    }

    [Theory]
    [InlineData("gzip, deflate, br, zstd", "br")]
    [InlineData("gzip", "gzip")]
    [InlineData("GZIP;q=0.5", "gzip")]
    [InlineData("br;q=0, gzip;q=1", "gzip")]
    [InlineData("zstd", null)]
    [InlineData("", null)]
    public async Task File_is_sent_in_the_smallest_form_that_the_browser_reads(string accepted, string? coding)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, ConsoleFolder.ScriptPath);
        request.Headers.TryAddWithoutValidation("Accept-Encoding", accepted);
        using var answer = await app.Client.SendAsync(request);

        Assert.Equal(coding, answer.Content.Headers.ContentEncoding.SingleOrDefault());
        Assert.Equal("Accept-Encoding", answer.Headers.Vary.Single());
        Assert.Equal(ConsoleFolder.Script, Decompress(coding, await answer.Content.ReadAsStreamAsync()));
    }

    [Fact]
    public async Task Forms_of_a_file_have_different_tags()
    {
        using var plain = await app.Client.GetAsync(ConsoleFolder.ScriptPath);
        using var request = new HttpRequestMessage(HttpMethod.Get, ConsoleFolder.ScriptPath);
        request.Headers.TryAddWithoutValidation("Accept-Encoding", "br");
        using var compressed = await app.Client.SendAsync(request);

        Assert.NotEqual(plain.Headers.ETag, compressed.Headers.ETag);
    }

    [Fact]
    public async Task Head_tells_the_length_without_the_file()
    {
        using var request = new HttpRequestMessage(HttpMethod.Head, ConsoleFolder.ScriptPath);
        using var answer = await app.Client.SendAsync(request);

        Assert.Equal(ConsoleFolder.Script.Length, answer.Content.Headers.ContentLength);
        Assert.Empty(await answer.Content.ReadAsByteArrayAsync());
    }

    [Theory]
    [InlineData("/console/assets/index-old.js")]
    [InlineData("/console/assets/none")]
    [InlineData("/console/favicon.ico")]
    [InlineData("/console/assets/index-D2T5B_XE.js.br")]
    public async Task File_that_is_not_there_is_no_page(string path) =>
        (await app.GetAsync(path)).IsProblem(HttpStatusCode.NotFound);

    [Theory]
    [InlineData("/console/secret.key")]
    [InlineData("/console/..%2f..%2f..%2fetc%2fpasswd")]
    [InlineData("/console/%2e%2e/%2e%2e/FunctionsApp.deps.json")]
    [InlineData("/console/..%5c..%5cFunctionsApp.dll")]
    [InlineData("/console//etc/passwd")]
    [InlineData("/console/%00")]
    public async Task No_path_reaches_other_files(string path)
    {
        var answer = await app.GetAsync(path);

        Assert.True(
            answer.Status is HttpStatusCode.NotFound or HttpStatusCode.BadRequest
                || answer.Text == ConsoleFolder.Index,
            answer.Text);
    }

    [Theory]
    [InlineData("/console/")]
    [InlineData(ConsoleFolder.ScriptPath)]
    [InlineData("/console/none.js")]
    public async Task Pages_and_files_may_load_only_from_the_app(string path)
    {
        using var answer = await app.Client.GetAsync(path);

        var policy = answer.Headers.GetValues("Content-Security-Policy").Single();
        foreach (var part in new[] { "default-src 'none'", "script-src 'self'", "style-src 'self'" })
            Assert.Contains(part, policy, StringComparison.Ordinal);
        Assert.Contains("frame-ancestors 'none'", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("unsafe", policy, StringComparison.Ordinal);
        Assert.Equal("nosniff", answer.Headers.GetValues("X-Content-Type-Options").Single());
        Assert.Equal("DENY", answer.Headers.GetValues("X-Frame-Options").Single());
        Assert.Equal("no-referrer", answer.Headers.GetValues("Referrer-Policy").Single());
    }

    [Fact]
    public async Task Console_needs_no_key()
    {
        using var anonymous = new HttpClient { BaseAddress = app.Client.BaseAddress };

        Assert.Equal(ConsoleFolder.Index, await anonymous.GetStringAsync("/console/"));
    }

    [Fact]
    public async Task Root_leads_to_the_console() =>
        Assert.Equal("/console/", (await app.GetAsync("/")).Expecting(HttpStatusCode.Found).Location);

    [Fact]
    public async Task Other_paths_are_not_served_by_the_root() =>
        (await app.GetAsync("/home")).IsProblem(HttpStatusCode.NotFound);

    static string Decompress(string? coding, Stream body)
    {
        using Stream stream = coding switch
        {
            "br" => new BrotliStream(body, CompressionMode.Decompress),
            "gzip" => new GZipStream(body, CompressionMode.Decompress),
            _ => body,
        };
        using var reader = new StreamReader(stream, Encoding.UTF8);
        return reader.ReadToEnd();
    }
}
