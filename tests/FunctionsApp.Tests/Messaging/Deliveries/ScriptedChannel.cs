using System.Collections.Concurrent;
using Community.Messaging.Channels;
using FunctionsApp.Messaging.Channels;
using Microsoft.Extensions.DependencyInjection;

namespace FunctionsApp.Tests.Messaging.Deliveries;

/// <summary>An automatic channel that answers as the test defines and keeps its calls in order.</summary>
sealed class ScriptedChannel(Func<ChannelCall, ChannelReply> answer) : IChannel
{
    readonly ConcurrentQueue<ChannelCall> calls = [];

    public IReadOnlyCollection<ChannelCall> Calls => calls;

    public string Name => "Simulated";

    public bool ReportsMessages => true;

    public Capability CapabilityOf(ChannelAction action) =>
        action is ChannelAction.SetWelcome ? Capability.Unavailable : Capability.Automatic;

    public Task<ChannelReply> PerformAsync(ChannelCall call, CancellationToken cancellationToken)
    {
        calls.Enqueue(call);
        return Task.FromResult(answer(call));
    }

    public Task<AppHost> StartAsync() =>
        AppHost.StartAsync(new AppHostSetup { Configure = app => app.Services.AddSingleton<IChannel>(this) });
}
