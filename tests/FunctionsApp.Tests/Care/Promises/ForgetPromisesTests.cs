using System.Net;
using System.Text.Json.Nodes;

namespace FunctionsApp.Tests.Care.Promises;

public sealed class ForgetPromisesTests
{
    [Fact]
    public async Task Records_of_members_are_deleted_after_the_retention_and_the_numbers_are_kept()
    {
        await using var app = await AppHost.StartAsync(new AppHostSetup
        {
            OnDisk = true,
            Settings = new Dictionary<string, string?>(StringComparer.Ordinal) { ["Retention:FeedbackDays"] = "30" },
        });
        var group = await app.DeliveryGroupAsync();
        await app.JoinAsync(group, "u1");
        var (old, open) = (await app.PromiseLessonsAsync(group, 48), await app.PromiseLessonsAsync(group, 48, 900));
        foreach (var id in new[] { old, open })
        {
            await app.DeliverAsync(id, 1, new JsonObject { ["memberIds"] = new JsonArray("u1") });
            (await app.EnterGainAsync(id, 4)).Expecting(HttpStatusCode.OK);
        }

        await app.PassAsync(TimeSpan.FromDays(34));

        var forgotten = await app.PromiseAsync(old);
        Assert.Equal((1, 0, 4.0), (forgotten.Delivered, forgotten.Late, forgotten.Gain.Mean));
        Assert.Equal((0, 0), (forgotten.PerMember[0].Delivered, forgotten.PerMember[0].Gained));
        (await app.DeliverAsync(old)).Expecting(HttpStatusCode.Conflict);
        Assert.Equal(1, (await app.PromiseAsync(open)).PerMember[0].Delivered);
    }
}
