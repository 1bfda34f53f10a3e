using System.Net;
using Community.Care.Violations;
using FunctionsApp.Care.Violations;
using FunctionsApp.Tests.Application.Crashes;
using FunctionsApp.Tests.Groups;

namespace FunctionsApp.Tests.Care.Violations;

/// <summary>A violation whose process dies at each commit in turn, and is not asked again.</summary>
public sealed class ViolationCrashTests : IDisposable
{
    static readonly AppHostSetup Setup = new();
    static readonly TimeSpan FollowUp = ViolationCheck.Delay + TimeSpan.FromMinutes(2);

    readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("community-");

    [Fact]
    public async Task What_was_stored_has_the_task_of_its_state()
    {
        var crashes = new CrashImages(folder);
        string group = "", id = "";
        await using (var app = await AppHost.StartAsync(crashes.Setup))
        {
            (group, _) = await app.OwnedGroupAsync();
            id = app.NewId("violation");
            var body = ViolationClient.Body(id, group, kind: "Abuse");
            await crashes.PlayAsync(
                app,
                async alive => (await alive.PostAsync(ViolationClient.Path, body)).Expecting(HttpStatusCode.Created),
                async alive => (await alive.DecideAsync(id, measure: "Removal")).Expecting(HttpStatusCode.OK),
                async alive => (await alive.AppealAsync(id)).Expecting(HttpStatusCode.OK),
                async alive => (await alive.DecideAsync(id, "Dismiss", "误会")).Expecting(HttpStatusCode.OK));
        }

        Assert.InRange(crashes.Images.Count, 20, 120);
        foreach (var crash in crashes.Images)
        {
            await using var app = await AppHost.StartAsync(Setup with { Store = crash.Store, Clock = crash.At });
            await app.AdvanceAsync(FollowUp);

            var listed = (await app.ListViolationsAsync($"groupId={group}")).SingleOrDefault();
            var kinds = listed?.State switch
            {
                null or ViolationState.Dismissed => "",
                ViolationState.Upheld => "RemoveMember",
                _ => "DecideOnViolation",
            };
            Assert.Equal((crash, kinds), (crash, await app.OpenKindsAsync(group)));
            Assert.Equal((crash, listed is null ? 0 : 1), (crash, (await app.ListViolationsAsync()).Count));
        }
    }

    public void Dispose() => folder.Delete(recursive: true);
}
