using System.Net;
using Community.Care.Crises;
using Community.Messaging.Deliveries;
using FunctionsApp.Care.Crises;
using FunctionsApp.Tests.Application.Crashes;
using FunctionsApp.Tests.Groups;

namespace FunctionsApp.Tests.Care.Crises;

/// <summary>A crisis whose process dies at each commit in turn, and is not asked again.</summary>
public sealed class CrisisCrashTests : IDisposable
{
    static readonly AppHostSetup Setup = new();

    readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("community-");

    [Fact]
    public async Task Stored_crisis_freezes_its_groups_and_a_stored_end_releases_them()
    {
        var crashes = new CrashImages(folder);
        string group = "", other = "", crisis = "";
        await using (var app = await AppHost.StartAsync(crashes.Setup))
        {
            (group, other) = (await app.GroupAsync(), await app.GroupAsync());
            crisis = app.NewId("crisis");
            var body = CrisisClient.Body(crisis, await app.StaffAsync(), group, other);
            await crashes.PlayAsync(
                app,
                async alive => (await alive.PostAsync("/api/crises", body)).Expecting(HttpStatusCode.Created),
                async alive => (await alive.PublishAsync(crisis)).Expecting(HttpStatusCode.OK),
                async alive => (await alive.ResolveAsync(crisis)).Expecting(HttpStatusCode.OK));
        }

        Assert.InRange(crashes.Images.Count, 20, 120);
        foreach (var crash in crashes.Images)
        {
            await using var app = await AppHost.StartAsync(Setup with { Store = crash.Store, Clock = crash.At });
            await app.AdvanceAsync(TimeSpan.FromMinutes(8));
            var listed = (await app.ListAsync<CrisisSummaryView>("/api/crises?")).SingleOrDefault();
            var isFrozen = listed is { State: CrisisState.Open };
            foreach (var id in new[] { group, other })
            {
                Assert.Equal((crash, isFrozen), (crash, (await app.GetGroupAsync(id)).Holds.Count > 0));
                var states = (await app.DeliveriesAsync(id)).Select(line => line.State).ToList();
                // A person checks a message whose answer the crash lost.
                Assert.True(
                    states is [] or [DeliveryState.Sent or DeliveryState.Uncertain],
                    $"{crash}: {string.Join(", ", states)}");
                Assert.True(states.Count == 1 || crash.Act < 2, $"{crash}: the statement is lost");
            }
        }
    }

    public void Dispose() => folder.Delete(recursive: true);
}
