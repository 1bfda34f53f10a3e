using System.Net;
using System.Text.Json.Nodes;

namespace FunctionsApp.Tests.Events.ChannelEvents;

/// <summary>Messages that a platform sends more than once.</summary>
public sealed class RepeatTests(AppHost app) : IClassFixture<AppHost>
{
    [Fact]
    public async Task Repeated_message_is_accepted_and_changes_nothing()
    {
        var group = await app.GroupAsync();
        var (join, id) = (Join(group, "u1"), app.NewId("msg"));

        for (var i = 0; i < 3; i++)
        {
            (await app.SendWebhookAsync(join, id)).Expecting(HttpStatusCode.Accepted);
            await app.RunUntilIdleAsync();
        }

        Assert.Equal(1, (await app.GetGroupAsync(group)).MemberCount);
        Assert.Equal(3, (await app.DeliveriesAsync(group)).Count);
    }

    [Fact]
    public async Task Concurrent_repeats_of_a_message_count_once()
    {
        var group = await app.GroupAsync();
        var (join, id) = (Join(group, "u1").ToJsonString(), app.NewId("msg"));

        await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => app.SendWebhookAsync(JsonNode.Parse(join)!, id)));
        await app.RunUntilIdleAsync();

        Assert.Equal(1, (await app.GetGroupAsync(group)).MemberCount);
        Assert.Equal(3, (await app.DeliveriesAsync(group)).Count);
    }

    [Fact]
    public async Task Another_message_with_a_processed_id_is_ignored()
    {
        var group = await app.GroupAsync();
        var id = app.NewId("msg");
        (await app.SendWebhookAsync(Join(group, "u1"), id)).Expecting(HttpStatusCode.Accepted);
        await app.RunUntilIdleAsync();

        (await app.SendWebhookAsync(Join(group, "u2"), id)).Expecting(HttpStatusCode.Accepted);
        await app.RunUntilIdleAsync();

        Assert.Equal("u1", Assert.Single(await app.MembersAsync(group)).MemberId);
    }

    [Fact]
    public async Task Repeated_event_with_another_id_changes_nothing()
    {
        var group = await app.GroupAsync();
        var at = app.Now;
        await app.JoinAsync(group, "u1", at: at);

        await app.JoinAsync(group, "u1", at: at);

        Assert.Equal(1, (await app.GetGroupAsync(group)).MemberCount);
        Assert.Equal(3, (await app.DeliveriesAsync(group)).Count);
    }

    [Fact]
    public async Task Processed_id_is_known_after_14_days()
    {
        var group = await app.GroupAsync();
        var id = app.NewId("msg");
        await app.SendWebhookAsync(Join(group, "u1"), id);
        await app.AdvanceAsync(TimeSpan.FromDays(14));

        await app.SendWebhookAsync(Join(group, "u2"), id);
        await app.RunUntilIdleAsync();

        Assert.Equal("u1", Assert.Single(await app.MembersAsync(group)).MemberId);
    }

    JsonObject Join(string group, string member) => ChannelSender.Event(
        "member.joined",
        app.Now,
        new JsonObject { ["groupId"] = group, ["memberId"] = member, ["name"] = "小林" });
}
