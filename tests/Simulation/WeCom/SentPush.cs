namespace Simulation.WeCom;

/// <summary>How a person sent a push.</summary>
enum SentPush
{
    /// <summary>The owner confirmed the group send in the client, which the app finds out by itself.</summary>
    ByGroupSend,

    /// <summary>It was posted into the chat.</summary>
    ByHand,
}
