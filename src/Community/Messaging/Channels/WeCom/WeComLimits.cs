namespace Community.Messaging.Channels.WeCom;

/// <summary>
/// Limits of the platform that have no setting. Those of texts are in <see cref="Deliveries.TextLimit"/>.
/// </summary>
public static class WeComLimits
{
    public const int ChatsOfJoinWay = 5;

    /// <summary>The characters of what a join way gives to those who enter by it.</summary>
    public const int JoinWayStateLength = 30;

    /// <summary>The characters of what a join way tells staff.</summary>
    public const int JoinWayRemarkLength = 30;

    /// <summary>Reminders of one group send within 24 hours.</summary>
    public const int GroupSendReminders = 3;

    /// <summary>The templates in the corporation's library of group welcomes.</summary>
    public const int WelcomeTemplates = 100;
}
