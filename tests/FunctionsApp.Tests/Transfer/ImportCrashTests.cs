using System.Net;
using System.Text.Json.Nodes;
using Community.Acquisition;
using Community.Selling;
using FunctionsApp.Tests.Application.Crashes;
using FunctionsApp.Tests.Content;
using FunctionsApp.Tests.Pushes;
using FunctionsApp.Tests.Selling.Conversions;

namespace FunctionsApp.Tests.Transfer;

/// <summary>
/// An import whose process dies at each commit in turn. Another process repeats the import, which must leave what an
/// import without a crash leaves.
/// </summary>
public sealed class ImportCrashTests(ITestOutputHelper output) : IDisposable
{
    static readonly string[] Instances =
    [
        AcquisitionInstanceIds.Campaign("spring"),
        SellingInstanceIds.Conversion("longjing"),
        SellingInstanceIds.FlashSale("tonight"),
    ];

    static readonly AppHostSetup Setup = new();

    readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("community-");

    [Fact]
    public async Task Repeated_import_completes_one_that_died_at_any_commit()
    {
        var document = Document();
        var crashes = new CrashImages(folder);
        string expected;
        await using (var app = await AppHost.StartAsync(crashes.Setup))
        {
            await crashes.PlayAsync(app, async alive =>
                (await alive.ImportTextAsync(document.ToJsonString(), "?dryRun=false")).Expecting(HttpStatusCode.OK));
            await app.RunUntilIdleAsync();
            expected = await app.ExportTextAsync();
        }

        Assert.InRange(crashes.Images.Count, 20, 200);
        foreach (var crash in crashes.Images)
        {
            await using var app = await AppHost.StartAsync(Setup with { Store = crash.Store, Clock = crash.At });
            await ImportAsync(app, document);
            Assert.Equal((crash, expected), (crash, await app.ExportTextAsync()));
            foreach (var instance in Instances)
                Assert.Equal((crash, instance, "Running"), (crash, instance, await app.StatusAsync(instance)));
            Assert.Equal(HttpStatusCode.Redirect, (await app.GetAsync("/s/0123456789")).Status);
            Assert.NotEmpty(await app.CalendarAsync("tea-1"));
        }

        output.WriteLine($"{crashes.Images.Count} crashes");
    }

    public void Dispose() => folder.Delete(recursive: true);

    static async Task ImportAsync(AppHost app, JsonObject document) =>
        Assert.Equal([], (await app.ImportAsync(document)).Things.SelectMany(thing => thing.Faults));

    static JsonObject Document()
    {
        var (now, end) = (Setup.Clock, Setup.Clock.AddHours(10));
        var campaign = SampleBodies.Campaign("spring", now, now.AddDays(3), "tea-1");
        campaign["posters"] = new JsonArray(TransferClient.Poster("0123456789"));
        var conversion = ConversionClient.Conversion("longjing", now, "tea-1");
        conversion["seed"] = 1; // each import without one draws its own
        var item = ContentClient.Body("content-1");
        item["approvedBy"] = "小王";
        var limited = SampleBodies.Group("tea-1");
        limited["pushLimits"] = new JsonObject { ["perDay"] = 2 };
        return new JsonObject
        {
            ["schema"] = "community-plans",
            ["version"] = 1,
            ["brandId"] = "0123456789abcdef0123456789abcdef",
            ["staff"] = new JsonArray(new JsonObject { ["id"] = "xiao-lin", ["name"] = "小林" }),
            ["content"] = new JsonArray(item),
            ["groups"] = new JsonArray(limited, SampleBodies.Group("flash-1", end, "Flash")),
            ["campaigns"] = new JsonArray(campaign),
            ["conversions"] = new JsonArray(conversion),
            ["flashSales"] = new JsonArray(SampleBodies.FlashSale(
                "tonight",
                ["flash-1"],
                now.AddHours(-2),
                end,
                SampleBodies.Wave(now.AddHours(-1)),
                SampleBodies.Wave(now.AddHours(2)))),
            ["pushPlans"] = new JsonArray(new JsonObject
            {
                ["id"] = "daily",
                ["name"] = "每日分享",
                ["groupIds"] = new JsonArray("tea-1"),
                ["startsOn"] = "2026-12-01",
                ["slots"] = new JsonArray(PushClient.Daily("daily", "10:00", "content-1")),
            }),
        };
    }
}
