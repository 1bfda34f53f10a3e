using System.Net;
using System.Text.Json.Nodes;
using FunctionsApp.Tests.Application.Crashes;

namespace FunctionsApp.Tests.Care.Promises;

/// <summary>A promise whose process dies at each commit in turn.</summary>
public sealed class PromiseCrashTests : IDisposable
{
    static readonly AppHostSetup Setup = new();

    readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("community-");

    [Fact]
    public async Task Repeated_requests_come_to_the_same_end_after_any_crash()
    {
        var crashes = new CrashImages(folder);
        string group = "", id = "";
        IReadOnlyList<Func<AppHost, Task>> script = [];
        await using (var app = await AppHost.StartAsync(crashes.Setup))
        {
            group = await app.DeliveryGroupAsync();
            id = app.NewId("promise");
            var body = PromiseClient.Body(
                id, group, "Learning", PromiseClient.Unit("第 1 课", app.Now.AddHours(3), 2));
            script =
            [
                async alive => Assert.True((int)(await alive.PostAsync(PromiseClient.Path, body)).Status < 300),
                async alive => (await alive.DeliverAsync(id, 1, Once("first"))).Expecting(HttpStatusCode.OK),
                async alive => (await alive.DeliverAsync(id, 1, Once("second"))).Expecting(HttpStatusCode.OK),
                async alive => (await alive.EnterGainAsync(id, 4)).Expecting(HttpStatusCode.OK),
            ];
            await crashes.PlayAsync(app, script);
        }

        Assert.InRange(crashes.Images.Count, 12, 120);
        foreach (var crash in crashes.Images)
        {
            await using var app = await AppHost.StartAsync(Setup with { Store = crash.Store, Clock = crash.At });
            foreach (var act in script.Skip(crash.Act)) await act(app);
            await app.AdvanceAsync(TimeSpan.FromHours(4));

            var promise = await app.PromiseAsync(id);
            Assert.Equal((crash, 2, 0, 0), (crash, promise.Delivered, promise.Extras, promise.Late));
            Assert.Equal((crash, 1), (crash, promise.Gain.Answered));
            Assert.Empty(await app.PromiseTasksAsync(group));
            Assert.Single(await app.DeliveriesAsync(group), line => line.Step == "gain-1");
        }
    }

    [Fact]
    public async Task Alert_and_miss_survive_any_crash()
    {
        var crashes = new CrashImages(folder);
        string group = "", id = "";
        await using (var app = await AppHost.StartAsync(crashes.Setup))
        {
            group = await app.DeliveryGroupAsync();
            id = await app.PromiseLessonsAsync(group, 25);
            await crashes.PlayAsync(
                app,
                alive => alive.AdvanceAsync(TimeSpan.FromMinutes(62)),
                alive => alive.AdvanceAsync(TimeSpan.FromHours(24)));
        }

        Assert.InRange(crashes.Images.Count, 4, 120);
        foreach (var crash in crashes.Images)
        {
            await using var app = await AppHost.StartAsync(Setup with { Store = crash.Store, Clock = crash.At });
            await app.AdvanceAsync(TimeSpan.FromHours(26));

            var unit = Assert.Single((await app.PromiseAsync(id)).Units);
            Assert.True(unit is { AlertedAt: not null, MissedAt: not null, Late: true }, $"{crash}: {unit}");
            Assert.Contains("逾期", Assert.Single(await app.PromiseTasksAsync(group)).Title, StringComparison.Ordinal);
        }
    }

    public void Dispose() => folder.Delete(recursive: true);

    static JsonObject Once(string id) => new() { ["id"] = id, ["quantity"] = 1 };
}
