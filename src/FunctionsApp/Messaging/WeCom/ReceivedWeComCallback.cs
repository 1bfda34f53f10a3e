using Community.Messaging.Channels.WeCom;

namespace FunctionsApp.Messaging.WeCom;

/// <summary>
/// A stored callback. A repeat of the platform has a <paramref name="Receipt"/> of its own and the same
/// <see cref="WeComCallback.Identity"/>, where the callback has one.
/// </summary>
public sealed record ReceivedWeComCallback(WeComCallback Callback, string Receipt)
{
    /// <summary>The queue of these messages.</summary>
    public const string QueueName = "wecom-callbacks";
}
