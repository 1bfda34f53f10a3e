using System.Globalization;
using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using Community.Content;
using Community.Messaging.Deliveries;
using FunctionsApp.Content.Imports;
using FunctionsApp.Content.Library;
using FunctionsApp.Tests.Platform.Http;

namespace FunctionsApp.Tests.Content;

public sealed class ContentImportTests(AppHost app) : IClassFixture<AppHost>
{
    const string Heading =
        "id,kind,tags,variant1,variant2,attachments,source,author,validUntil,reuseDays,product,priceMinor,"
        + "acknowledgedBy";

    [Fact]
    public async Task Dry_run_is_the_default_reports_and_stores_nothing()
    {
        var id = app.NewId("content");

        var report = Report(await app.ImportContentAsync(FileOf(Line(id))));

        Assert.Equal((true, 1, 1, 0, 0), Counts(report));
        (await app.GetAsync($"/api/content/{id}")).IsProblem(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Good_lines_are_stored_as_the_post_would()
    {
        var (first, second) = (app.NewId("content"), app.NewId("content"));
        var full = $"{first},Scarce,茶、红茶,\"看 {{link}}\n早\",晚,\"Link|春茶|https://shop.example/a\n"
            + "Image|图|https://shop.example/b.png\",《茶经》,小林,2027-01-01 09:00:00,7,龙井,19900,";

        var report = Report(await app.ImportContentAsync(FileOf(full, Line(second)), dryRun: false));

        Assert.Equal((false, 2, 2, 0, 0), Counts(report));
        var item = await app.GetContentAsync(first);
        Assert.Equal((ContentKind.Scarce, "《茶经》", "小林", 7), (item.Kind, item.Source, item.Author, item.ReuseDays));
        Assert.Equal(["茶", "红茶"], item.Tags);
        Assert.Equal(["看 {link}\n早", "晚"], item.Variants);
        Assert.Equal(
            [AttachmentType.Link, AttachmentType.Image], item.Attachments.Select(attachment => attachment.Type));
        Assert.Equal(new DateTimeOffset(2027, 1, 1, 9, 0, 0, TimeSpan.FromHours(8)), item.ValidUntil);
        Assert.Equal(new ContentProduct("龙井", 19900, "CNY"), item.Product);
        Assert.Equal(ContentState.Draft, (await app.GetContentAsync(second)).State);
    }

    [Fact]
    public async Task Every_bad_line_is_reported_with_its_field_and_nothing_is_stored()
    {
        var (good, repeated) = (app.NewId("content"), app.NewId("content"));
        string[] lines =
        [
            Line(good),
            Line(app.NewId("content"), kind: "Nonsense"),
            Line(""),
            Line(app.NewId("content"), text: "{name}"),
            Line(app.NewId("content"), kind: "Scarce"),
            Line(repeated),
            Line(repeated),
            $"{app.NewId("content")},Useful,,早,,Link|春茶,,小林,,,,,",
            $"{app.NewId("content")},Useful,,早,,Link|春茶|https://evil.example,,小林,,,,,",
            $"{app.NewId("content")},Useful,,早,,,,小林,tomorrow,,,,",
            $"{app.NewId("content")},Useful,,早,,,,小林,,many,,,",
            $"{app.NewId("content")},Useful,,转发到朋友圈领红包,,,,小林,,,,,",
            $"{app.NewId("content")},Useful,,早,,,,,,,,,",
            $"{app.NewId("content")},Useful,,早\"安,,,,小林,,,,,",
        ];

        var dry = Report(await app.ImportContentAsync(FileOf(lines)));
        var refused = await app.ImportContentAsync(FileOf(lines), dryRun: false);

        Assert.Equal(
            [
                (3, "kind"), (4, "id"), (5, "variants[0]"), (6, "source"), (8, "id"), (9, "attachments"),
                (10, "attachments[0].url"), (11, "validUntil"), (12, "reuseDays"), (13, "variants[0]"), (14, "author"),
                (15, "line"),
            ],
            dry.Bad.Select(bad => (bad.Line, bad.Field)));
        Assert.All(dry.Bad, bad => Assert.NotEmpty(bad.Reason));
        Assert.Equal((14, 12), (dry.Lines, dry.BadLines));
        refused.IsProblem(HttpStatusCode.BadRequest);
        Assert.Equal(12, refused.Json.GetProperty("report").GetProperty("bad").GetArrayLength());
        Assert.Contains(
            "lines[3].kind", refused.Json.GetProperty("errors").EnumerateObject().Select(error => error.Name));
        (await app.GetAsync($"/api/content/{good}")).IsProblem(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Same_file_again_finds_its_items_known()
    {
        var file = FileOf(Line(app.NewId("content")), Line(app.NewId("content")));
        await app.ImportContentAsync(file, dryRun: false);

        var report = Report(await app.ImportContentAsync(file, dryRun: false));

        Assert.Equal((false, 2, 0, 2, 0), Counts(report));
    }

    [Fact]
    public async Task Id_of_another_item_is_a_bad_line()
    {
        var (taken, fresh) = (await app.ContentAsync(), app.NewId("content"));

        (await app.ImportContentAsync(FileOf(Line(fresh), Line(taken, text: "别的")), dryRun: false))
            .IsProblem(HttpStatusCode.BadRequest);

        (await app.GetAsync($"/api/content/{fresh}")).IsProblem(HttpStatusCode.NotFound);
        Assert.Equal(["今天聊聊怎么存茶"], (await app.GetContentAsync(taken)).Variants);
    }

    [Fact]
    public async Task Item_of_a_post_with_the_same_body_is_known()
    {
        var id = app.NewId("content");
        var body = new JsonObject
        {
            ["id"] = id,
            ["kind"] = "Useful",
            ["variants"] = new JsonArray("早"),
            ["author"] = "小林",
        };
        (await app.PostAsync("/api/content", body)).Expecting(HttpStatusCode.Created);

        Assert.Equal(1, Report(await app.ImportContentAsync(FileOf(Line(id)))).Known);
    }

    [Fact]
    public async Task Five_hundred_lines_are_stored_and_one_more_is_refused()
    {
        var prefix = app.NewId("many");
        var lines = Enumerable.Range(0, 500)
            .Select(n => Line(string.Create(CultureInfo.InvariantCulture, $"{prefix}-{n}")))
            .ToArray();

        Assert.Equal(500, Report(await app.ImportContentAsync(FileOf(lines), dryRun: false)).Created);

        Assert.NotNull(await app.GetContentAsync($"{prefix}-499"));
        (await app.ImportContentAsync(FileOf([.. lines, Line(app.NewId("content"))]))).Names("body");
    }

    [Fact]
    public async Task File_in_gbk_is_read()
    {
        var id = app.NewId("content");
        var gbk = CodePagesEncodingProvider.Instance.GetEncoding("gbk")!;

        await app.ImportContentAsync(FileOf(Line(id, text: "怎么存茶")), dryRun: false, gbk);

        Assert.Equal(["怎么存茶"], (await app.GetContentAsync(id)).Variants);
    }

    [Theory]
    [InlineData("")]
    [InlineData("id,kind,author\n")]
    [InlineData("id,kind,variant1,author,id\n")]
    public async Task Unreadable_file_is_refused(string file) =>
        (await app.ImportContentAsync(file)).Names("body");

    [Fact]
    public async Task Other_query_or_type_is_refused()
    {
        (await app.SendAsync(HttpMethod.Post, "/api/content/import?dryRun=maybe", null)).Names("dryRun");
        (await app.SendAsync(HttpMethod.Post, "/api/content/import", AppHost.Json(new JsonObject())))
            .IsProblem(HttpStatusCode.UnsupportedMediaType);
    }

    static string FileOf(params string[] lines) => $"{Heading}\n{string.Join('\n', lines)}\n";

    static string Line(string id, string kind = "Useful", string text = "早") => $"{id},{kind},,{text},,,,小林,,,,,";

    static ContentImportReport Report(ApiAnswer answer) =>
        answer.Expecting(HttpStatusCode.OK).As<ContentImportReport>();

    static (bool DryRun, int Lines, int Created, int Known, int Bad) Counts(ContentImportReport report) =>
        (report.DryRun, report.Lines, report.Created, report.Known, report.BadLines);
}
