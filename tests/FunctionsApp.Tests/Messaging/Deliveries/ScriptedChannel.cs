using System.Collections.Concurrent;
using Community.Messaging.Channels;
using FunctionsApp.Messaging.Channels;
using Microsoft.Extensions.DependencyInjection;

namespace FunctionsApp.Tests.Messaging.Deliveries;

/// <summary>A channel that does everything by itself and answers as a test tells it to; it keeps what it was asked, in order.</summary>
sealed class ScriptedChannel(Func<ChannelCall, ChannelReply> answer) : IChannel
{
    readonly ConcurrentQueue<ChannelCall> calls = [];

    public IReadOnlyCollection<ChannelCall> Calls => calls;

    public Capability CapabilityOf(ChannelAction action) => Capability.Automatic;

    public Task<ChannelReply> PerformAsync(ChannelCall call, CancellationToken cancellationToken)
    {
        calls.Enqueue(call);
        return Task.FromResult(answer(call));
    }

    public Task<AppHost> StartAsync() => AppHost.StartAsync(new AppHostSetup { Configure = builder => builder.Services.AddSingleton<IChannel>(this) });
}
