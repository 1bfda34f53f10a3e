using Community.Messaging.Channels;

namespace FunctionsApp.Tests.Events.Channels;

/// <summary>A platform with an app on it, and what its people and its network do.</summary>
public abstract class ContractPlatform : IAsyncLifetime
{
    /// <summary>The value of the setting <c>Channel</c>.</summary>
    internal abstract string Name { get; }

    internal abstract bool ReportsMessages { get; }

    internal abstract AppHost App { get; }

    public ValueTask InitializeAsync() => App.InitializeAsync();

    public ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        return App.DisposeAsync();
    }

    internal abstract Capability Of(ChannelAction action);

    /// <summary>A group that the platform knows.</summary>
    internal abstract Task<string> GroupAsync();

    internal abstract Task JoinAsync(string group, string member, string name);

    /// <summary>The texts that the platform sent to the group, or prepared for its owner, in their order.</summary>
    internal abstract Task<IReadOnlyList<string>> MessagesAsync(string group);

    /// <summary>The platform carries out the next message to a group, and its answer is lost.</summary>
    internal abstract void LoseNextAnswer();

    /// <summary>The next message to a group does not reach the platform.</summary>
    internal abstract void DropNextMessage();

    /// <summary>The owner confirms the only message that waits in the group.</summary>
    internal abstract Task ConfirmAsync(string group);

    /// <summary>A person dissolves the group on the platform.</summary>
    internal abstract Task DissolveAsync(string group);
}
