using System.Net;
using System.Text.Json.Nodes;
using Community.Lifecycle;
using Community.Messaging.Deliveries;
using FunctionsApp.Messaging.Channels;
using FunctionsApp.Tests.Messaging.Deliveries;

namespace FunctionsApp.Tests.Lifecycle.Onboarding;

/// <summary>A robot sends at most 20 messages a minute.</summary>
public sealed class RobotBudgetTests(AppHost app) : IClassFixture<AppHost>
{
    const int Newcomers = 40;

    [Fact]
    public async Task Forty_joins_in_one_minute_are_welcomed_in_order_over_several_minutes()
    {
        var group = await app.GroupAsync();
        await Task.WhenAll(Enumerable.Range(1, Newcomers).Select(i => JoinAsync(app, group, $"u{i}")));

        await app.AdvanceAsync(TimeSpan.FromMinutes(15));

        var lines = await app.DeliveriesAsync(group);
        Assert.Equal(Newcomers * 3, lines.Count);
        Assert.All(lines, line => Assert.Equal(DeliveryState.Sent, line.State));
        Assert.All(
            lines.CountBy(line => line.SentAt!.Value.ToUnixTimeSeconds() / 60),
            minute => Assert.InRange(minute.Value, 1, RobotBudget.MessagesPerMinute));
        Assert.All(lines.GroupBy(line => line.MemberId), ofMember => Assert.Equal(
            ["welcome", "rules", "introduction"],
            ofMember.OrderBy(line => line.SentAt).Select(line => line.Step)));
    }

    [Fact]
    public async Task Messages_to_each_newcomer_keep_their_order_when_they_have_to_wait()
    {
        var channel = new ScriptedChannel(call => new ChannelReply.Accepted($"sent-{call.Key}"));
        await using var busy = await channel.StartAsync();
        var group = await busy.GroupAsync();
        for (var i = 1; i <= Newcomers; i++) await JoinAsync(busy, group, $"u{i}");

        await busy.AdvanceAsync(TimeSpan.FromMinutes(15));

        Assert.Equal(Newcomers * 3, channel.Calls.Count);
        Assert.All(channel.Calls.GroupBy(call => call.MemberId!), ofMember =>
        {
            var cause = LifecycleInstanceIds.Onboarding(group, ofMember.Key);
            Assert.Equal(
                [
                    $"{cause}:welcome:{ofMember.Key}",
                    $"{cause}:rules:{ofMember.Key}",
                    $"{cause}:introduction:{ofMember.Key}",
                ],
                ofMember.Select(call => call.Key));
        });
    }

    [Fact]
    public async Task Messages_that_wait_for_the_budget_are_skipped_when_the_group_is_dissolved()
    {
        var group = await app.GroupAsync();
        await Task.WhenAll(Enumerable.Range(1, 10).Select(i => JoinAsync(app, group, $"u{i}")));
        await app.RunUntilIdleAsync();

        await app.DissolvedAsync(group);
        await app.AdvanceAsync(TimeSpan.FromMinutes(15));

        var lines = await app.DeliveriesAsync(group);
        Assert.All(lines, line => Assert.True(
            line.State is DeliveryState.Sent or DeliveryState.Skipped, $"{line.Key} is {line.State}"));
        var skipped = lines.Where(line => line.State is DeliveryState.Skipped).ToList();
        Assert.NotEmpty(skipped);
        Assert.All(skipped, line => Assert.Equal("the group is dissolved", line.Reason));
    }

    static async Task JoinAsync(AppHost app, string group, string member)
    {
        var joined = new JsonObject { ["groupId"] = group, ["memberId"] = member, ["name"] = member };
        (await app.SendWebhookAsync(ChannelSender.Event("member.joined", app.Now, joined)))
            .Expecting(HttpStatusCode.Accepted);
    }
}
