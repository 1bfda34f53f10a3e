using System.Net;
using System.Text.Json.Nodes;
using Community.Messaging.Deliveries;
using FunctionsApp.Messaging.Channels;
using FunctionsApp.Messaging.Deliveries;
using FunctionsApp.Tests.Messaging.Deliveries;

namespace FunctionsApp.Tests.Lifecycle.Onboarding;

/// <summary>A robot sends at most 20 messages a minute.</summary>
public sealed class RobotBudgetTests(AppHost app) : IClassFixture<AppHost>
{
    const int Newcomers = 40;

    static readonly string[] Steps = ["welcome", "rules", "introduction"];

    [Fact]
    public async Task Forty_joins_in_one_minute_are_greeted_within_two_some_of_them_together()
    {
        var group = await app.GroupAsync();
        await Task.WhenAll(Enumerable.Range(1, Newcomers).Select(i => JoinAsync(app, group, $"u{i}")));

        await app.AdvanceAsync(TimeSpan.FromMinutes(2));

        var lines = await app.DeliveriesAsync(group);
        Assert.All(lines, line => Assert.Equal(DeliveryState.Sent, line.State));
        Assert.All(
            lines.CountBy(line => line.SentAt!.Value.ToUnixTimeSeconds() / 60),
            minute => Assert.InRange(minute.Value, 1, RobotBudget.MessagesPerMinute));
        foreach (var step in Steps)
        {
            var greeted = lines.Where(line => line.Step == step).SelectMany(Greeted).ToList();
            Assert.Equal(Newcomers, greeted.Distinct(StringComparer.Ordinal).Count());
            Assert.Equal(Newcomers, greeted.Count);
        }
    }

    [Fact]
    public async Task Greeting_of_several_names_them_and_says_how_many_they_are()
    {
        var group = await app.GroupAsync();
        await JoinInOrderAsync(group, Newcomers);

        await app.AdvanceAsync(TimeSpan.FromMinutes(2));

        var shared = Assert.Single(
            await app.DeliveriesAsync(group), line => line is { Step: "welcome", MemberId: null });
        Assert.StartsWith("欢迎 u5、u6、", shared.Text, StringComparison.Ordinal);
        Assert.Contains($" 等 {Newcomers - 4} 位新朋友", shared.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Newcomer_who_left_before_the_greeting_of_several_is_not_named()
    {
        var group = await app.GroupAsync();
        await JoinInOrderAsync(group, 8);
        await app.AdvanceAsync(TimeSpan.FromSeconds(2));
        await app.LeaveAsync(group, "u7");

        await app.AdvanceAsync(TimeSpan.FromMinutes(2));

        var shared = Assert.Single(
            await app.DeliveriesAsync(group), line => line is { Step: "welcome", MemberId: null });
        Assert.Equal(["u5", "u6", "u8"], shared.MemberIds);
        Assert.StartsWith("欢迎 u5、u6、u8 加入", shared.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Lines_of_each_greeting_are_sent_in_their_order()
    {
        var channel = new ScriptedChannel(call => new ChannelReply.Accepted($"sent-{call.Key}"));
        await using var busy = await channel.StartAsync();
        var group = await busy.GroupAsync();
        for (var i = 1; i <= Newcomers; i++) await JoinAsync(busy, group, $"u{i}");

        await busy.AdvanceAsync(TimeSpan.FromMinutes(15));

        var greetings = channel.Calls.GroupBy(call => call.Key.Split(':')[0]).ToList();
        Assert.Equal(5, greetings.Count);
        Assert.All(greetings, greeting => Assert.Equal(Steps, greeting.Select(call => call.Key.Split(':')[1])));
    }

    [Fact]
    public async Task Newcomers_of_a_flash_group_share_one_message_in_the_next_minute()
    {
        var group = await app.GroupAsync(kind: "Flash", endsAt: app.Now.AddDays(5));
        await Task.WhenAll(Enumerable.Range(1, Newcomers).Select(i => JoinAsync(app, group, $"u{i}")));

        await app.AdvanceAsync(TimeSpan.FromMinutes(2));

        var lines = await app.DeliveriesAsync(group);
        Assert.Equal(14, lines.Count);
        Assert.Equal(Newcomers, lines.SelectMany(Greeted).Distinct(StringComparer.Ordinal).Count());
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

    // Each is greeted, or waits, before the next joins: joins of one moment are handled in any order.
    async Task JoinInOrderAsync(string group, int newcomers)
    {
        for (var i = 1; i <= newcomers; i++)
        {
            await JoinAsync(app, group, $"u{i}");
            await app.RunUntilIdleAsync();
        }
    }

    static IReadOnlyList<string> Greeted(DeliveryView line) => line.MemberIds ?? [line.MemberId!];

    static async Task JoinAsync(AppHost app, string group, string member)
    {
        var joined = new JsonObject { ["groupId"] = group, ["memberId"] = member, ["name"] = member };
        (await app.SendWebhookAsync(ChannelSender.Event("member.joined", app.Now, joined)))
            .Expecting(HttpStatusCode.Accepted);
    }
}
