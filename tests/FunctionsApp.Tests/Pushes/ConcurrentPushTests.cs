using Azure.Data.Tables;
using Community.Messaging.Channels;
using Community.Pushes.Guards;
using Community.Pushes.Occurrences;
using FunctionsApp.Pushes.Occurrences;
using FunctionsApp.Pushes.Sending;
using FunctionsApp.Tests.Groups;
using FunctionsApp.Tests.Messaging.Deliveries;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace FunctionsApp.Tests.Pushes;

/// <summary>Two instances decide about pushes at the same time, or an answer of the storage is lost.</summary>
public sealed class ConcurrentPushTests
{
    const string IsQueued = "\"state\":\"Queued\"";
    const string IsSent = "\"sentAt\":\"2";

    [Fact]
    public async Task Guards_are_asked_again_when_another_push_is_queued_meanwhile()
    {
        var interception = new WriteInterception(text => text.Contains(IsQueued, StringComparison.Ordinal));
        await using var app = await StartAsync(interception);
        var group = await app.GroupAsync();
        await app.PlanAsync(
            group,
            PushClient.Daily("s1", "10:30", await app.ApprovedAsync("早上的一条")),
            PushClient.Daily("s2", "10:30", await app.ApprovedAsync("另外的一条")));
        var pushes = (await app.PushesAsync(group)).Take(2).ToList();
        interception.BeforeAsync = text => SendOtherAsync(app, pushes, text);

        await app.AdvanceAsync(pushes[0].PlannedAt - app.Now);

        Assert.True(interception.WasMet);
        var after = (await app.PushesAsync(group)).Take(2).ToList();
        Assert.Single(after, push => push.State is PushState.Sent);
        Assert.Equal(PushGuard.Spacing, Assert.Single(after, push => push.State is PushState.Skipped).Guard);
        Assert.Single(await app.DeliveriesAsync(group), line => line.Step == "push");
    }

    [Fact]
    public async Task Last_tap_of_an_owner_goes_to_one_of_two_pushes()
    {
        var interception = new WriteInterception(text => text.Contains("taps-", StringComparison.Ordinal));
        await using var app = await StartAsync(
            interception, ("Push:OwnerTapsPerDay", "1"), ($"Simulated:{ChannelAction.SendToGroup}", "Manual"));
        var owner = await app.StaffAsync();
        List<PushView> pushes = [];
        for (var i = 0; i < 2; i++)
        {
            var group = await app.GroupAsync();
            await app.EditGroupAsync(group, new() { ["by"] = "小王", ["owner"] = owner });
            await app.PlanAsync(group, PushClient.Daily("s1", "10:30", await app.ApprovedAsync()));
            pushes.Add((await app.PushesAsync(group))[0]);
        }

        interception.BeforeAsync = text => SendOtherAsync(app, pushes, text);

        await app.AdvanceAsync(pushes[0].PlannedAt - app.Now);

        Assert.True(interception.WasMet);
        var after = await Task.WhenAll(pushes.Select(async push => (await app.PushesAsync(push.GroupId))[0]));
        Assert.Single(after, push => push.State is PushState.AwaitingStaff);
        Assert.Equal(PushGuard.OwnerTaps, Assert.Single(after, push => push.State is PushState.Skipped).Guard);
    }

    [Theory]
    [InlineData(IsQueued)]
    [InlineData(IsSent)]
    public async Task Push_is_sent_once_when_the_answer_of_a_transaction_is_lost(string stored)
    {
        var interception = new WriteInterception(text => text.Contains(stored, StringComparison.Ordinal))
        {
            LosesAnswer = true,
        };
        await using var app = await StartAsync(interception);
        var group = await app.GroupAsync();
        await app.PlanAsync(group, PushClient.Daily("s1", "10:30", await app.ApprovedAsync()));
        var push = (await app.PushesAsync(group))[0];

        await app.AdvanceAsync(push.PlannedAt - app.Now);

        Assert.True(interception.WasMet);
        Assert.Equal(PushState.Sent, (await app.PushesAsync(group))[0].State);
        Assert.Single(await app.DeliveriesAsync(group), line => line.Step == "push");
    }

    // As another instance would.
    static Task SendOtherAsync(AppHost app, IReadOnlyList<PushView> pushes, string text)
    {
        var other = pushes.Single(push => !text.Contains(push.Id.Split('~')[1], StringComparison.Ordinal));
        return app.Services.GetRequiredService<PushSender>().ContinueAsync(other.Id);
    }

    static Task<AppHost> StartAsync(
        WriteInterception interception, params (string Name, string Value)[] settings) =>
        AppHost.StartAsync(new AppHostSetup
        {
            Settings = settings.ToDictionary(
                setting => setting.Name, setting => (string?)setting.Value, StringComparer.Ordinal),
            Configure = builder =>
                builder.Services.AddSingleton<IConfigureOptions<TableClientOptions>>(interception),
        });
}
