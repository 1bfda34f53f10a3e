using System.Text.Json;
using System.Text.Json.Nodes;
using Community.Messaging.Channels;
using FunctionsApp.Messaging.Channels;
using FunctionsApp.Platform.PoisonedMessages;
using FunctionsApp.Platform.Storage;

namespace FunctionsApp.Tests.Application.PoisonedMessages;

/// <summary>Messages whose consumer keeps failing.</summary>
public sealed class FailingMessageTests : IAsyncLifetime
{
    const string Queue = "channel-events";

    readonly PoisonHost app = new();

    public ValueTask InitializeAsync() => app.InitializeAsync();

    public ValueTask DisposeAsync() => app.DisposeAsync();

    [Fact]
    public async Task Join_is_handled_by_itself_when_the_cause_ends_after_two_days()
    {
        var group = await app.GroupAsync();
        app.Outage.IsOn = true;
        await app.SendJoinAsync(group, "u1");
        await app.AdvanceAsync(TimeSpan.FromDays(2));
        Assert.Equal(0, (await app.GetGroupAsync(group)).MemberCount);
        Assert.Empty(await app.KeptAsync(Queue));

        app.Outage.IsOn = false;
        await app.AdvanceAsync(TimeSpan.FromHours(13));

        Assert.Equal(1, (await app.GetGroupAsync(group)).MemberCount);
        await app.AdvanceAsync(TimeSpan.FromDays(3));
        Assert.Empty(await app.KeptAsync(Queue));
    }

    [Fact]
    public async Task Join_that_fails_for_three_days_is_kept_and_counts_when_it_is_replayed()
    {
        var group = await app.GroupAsync();
        app.Outage.IsOn = true;
        await app.SendJoinAsync(group, "u2");
        await app.AdvanceAsync(TimeSpan.FromDays(4));

        var kept = Assert.Single(await app.KeptAsync(Queue));
        Assert.Equal((1_000, 1_000), (kept.Attempts, app.Outage.Failures));
        Assert.Equal("The consumer failed 1000 times, the last time with RequestFailedException.", kept.Reason);
        await app.AdvanceAsync(TimeSpan.FromDays(7));
        Assert.Equal(1_000, app.Outage.Failures);
        Assert.Contains("u2", (await app.DetailAsync(kept.Id)).Body, StringComparison.Ordinal);

        app.Outage.IsOn = false;
        await app.ResolveAsync(kept.Id, "replay");

        Assert.Equal(1, (await app.GetGroupAsync(group)).MemberCount);
        Assert.Empty(await app.KeptAsync(Queue));
    }

    [Fact]
    public async Task Message_that_the_host_moved_after_its_attempts_returns_an_hour_after_the_sweep()
    {
        var group = await app.GroupAsync();
        var joined = new ChannelEvent.MemberJoined(app.Now, group, "u3", "小林", State: null, InvitedBy: null);
        var received = new ReceivedEvent(app.NewId("msg"), joined);
        await app.Raw.Get($"{Queue}-poison").SendMessageAsync(
            Convert.ToBase64String(JsonSerializer.SerializeToUtf8Bytes(received, StoredJson.Options)));

        await app.AdvanceAsync(TimeSpan.FromMinutes(59));
        Assert.Equal(0, (await app.GetGroupAsync(group)).MemberCount);
        await app.AdvanceAsync(TimeSpan.FromMinutes(61));

        Assert.Equal(1, (await app.GetGroupAsync(group)).MemberCount);
    }

    [Fact]
    public void Last_attempt_is_the_one_that_the_host_allows()
    {
        var settings = JsonNode.Parse(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "host.json")))!;

        Assert.Equal(
            QueueLimits.MaxDequeueCount, settings["extensions"]!["queues"]!["maxDequeueCount"]!.GetValue<int>());
    }
}
