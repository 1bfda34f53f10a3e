using System.Net;
using System.Text.Json.Nodes;
using Community.Lifecycle;
using Community.Messaging.Deliveries;
using FunctionsApp.Messaging.Channels;
using FunctionsApp.Tests.Messaging.Deliveries;

namespace FunctionsApp.Tests.Lifecycle.Onboarding;

/// <summary>A robot sends at most 20 messages a minute, however many come in.</summary>
public sealed class RobotBudgetTests(AppHost app) : IClassFixture<AppHost>
{
    const int Newcomers = 40;

    [Fact]
    public async Task Forty_joins_in_one_minute_are_welcomed_over_minutes_in_order()
    {
        var group = await app.GroupAsync();
        await Task.WhenAll(Enumerable.Range(1, Newcomers).Select(i => JoinAsync(app, group, $"u{i}")));

        await app.AdvanceAsync(TimeSpan.FromMinutes(15));

        var lines = await app.DeliveriesAsync(group);
        Assert.Equal(Newcomers * 3, lines.Count);
        Assert.All(lines, line => Assert.Equal(DeliveryState.Sent, line.State));
        Assert.All(lines.CountBy(line => line.SentAt!.Value.ToUnixTimeSeconds() / 60), minute => Assert.InRange(minute.Value, 1, RobotBudget.MessagesPerMinute));
        Assert.All(lines.GroupBy(line => line.MemberId), theirs =>
            Assert.Equal(["welcome", "rules", "introduction"], theirs.OrderBy(line => line.SentAt).Select(line => line.Step)));
    }

    [Fact]
    public async Task The_group_reads_each_newcomers_lines_in_order_even_when_they_had_to_wait()
    {
        var channel = new ScriptedChannel(call => new ChannelReply.Accepted($"sent-{call.Key}"));
        await using var busy = await channel.StartAsync();
        var group = await busy.GroupAsync();
        for (var i = 1; i <= Newcomers; i++) await JoinAsync(busy, group, $"u{i}");

        await busy.AdvanceAsync(TimeSpan.FromMinutes(15));

        Assert.Equal(Newcomers * 3, channel.Calls.Count);
        Assert.All(channel.Calls.GroupBy(call => call.MemberId), theirs =>
            Assert.Equal([$"{Cause(theirs)}:welcome:{theirs.Key}", $"{Cause(theirs)}:rules:{theirs.Key}", $"{Cause(theirs)}:introduction:{theirs.Key}"], theirs.Select(call => call.Key)));

        string Cause(IGrouping<string?, ChannelCall> theirs) => LifecycleInstanceIds.Onboarding(group, theirs.Key!);
    }

    [Fact]
    public async Task What_waits_for_its_minute_is_skipped_when_the_group_is_gone_by_then()
    {
        var group = await app.GroupAsync();
        await Task.WhenAll(Enumerable.Range(1, 10).Select(i => JoinAsync(app, group, $"u{i}")));
        await app.RunUntilIdleAsync();

        await app.DissolvedAsync(group);
        await app.AdvanceAsync(TimeSpan.FromMinutes(15));

        var lines = await app.DeliveriesAsync(group);
        Assert.All(lines, line => Assert.True(line.State is DeliveryState.Sent or DeliveryState.Skipped, $"{line.Key} is {line.State}"));
        Assert.All(lines.Where(line => line.State is DeliveryState.Skipped), line => Assert.Equal("the group is dissolved", line.Reason));
        Assert.Contains(lines, line => line.State is DeliveryState.Skipped);
    }

    static async Task JoinAsync(AppHost app, string group, string member)
    {
        var joined = new JsonObject { ["groupId"] = group, ["memberId"] = member, ["name"] = member };
        (await app.SendWebhookAsync(ChannelSender.Event("member.joined", app.Now, joined))).Expecting(HttpStatusCode.Accepted);
    }
}
