using Community.Messaging.Channels;
using FunctionsApp.Messaging.Channels;
using FunctionsApp.Tests.Messaging.StaffTasks;
using Microsoft.Extensions.DependencyInjection;

namespace FunctionsApp.Tests.Events.Channels;

/// <summary>The simulated platform, which does everything by itself but the welcome.</summary>
public sealed class SimulatedPlatform() : SimulatedPlatformBase("Automatic")
{
    internal override Task ConfirmAsync(string group) =>
        throw new NotSupportedException("The platform sends by itself.");
}

/// <summary>The simulated platform where staff confirm what it prepares.</summary>
public sealed class StaffedSimulatedPlatform() : SimulatedPlatformBase("StaffConfirmed")
{
    internal override async Task ConfirmAsync(string group) =>
        await App.DoneAsync(Assert.Single(await App.TasksAsync(group)).Id);
}

/// <summary>The simulated platform with one capability of all actions but the welcome.</summary>
public abstract class SimulatedPlatformBase : ContractPlatform
{
    readonly InterruptedChannel.Interruptions interruptions = new();
    readonly Capability capability;

    protected SimulatedPlatformBase(string capability)
    {
        this.capability = Enum.Parse<Capability>(capability);
        App = new AppHost(AppHostSetup.WithEveryAction(capability) with
        {
            Configure = app => app.Services.AddSingleton<IChannel>(provider => new InterruptedChannel(
                ActivatorUtilities.CreateInstance<SimulatedChannel>(provider), interruptions)),
        });
    }

    internal override string Name => "Simulated";

    internal override bool ReportsMessages => true;

    internal override AppHost App { get; }

    internal override Capability Of(ChannelAction action) =>
        action is ChannelAction.SetWelcome ? Capability.Unavailable : capability;

    internal override Task<string> GroupAsync() => App.GroupAsync();

    internal override Task JoinAsync(string group, string member, string name) =>
        App.JoinAsync(group, member, name: name);

    internal override async Task<IReadOnlyList<string>> MessagesAsync(string group)
    {
        var calls = await App.Services.GetRequiredService<SimulatedChannelTable>()
            .AllAsync<SimulatedCall>(group, "call-");
        return [.. calls
            .Select(call => call.Value.Call)
            .Where(call => call.Action is ChannelAction.SendToGroup)
            .Select(call => call.Text)];
    }

    internal override void LoseNextAnswer() => interruptions.Lost = 1;

    internal override void DropNextMessage() => interruptions.Dropped = 1;

    internal override Task DissolveAsync(string group) => App.DissolvedAsync(group);
}
