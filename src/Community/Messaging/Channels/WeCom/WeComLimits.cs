namespace Community.Messaging.Channels.WeCom;

/// <summary>Limits of the platform that have no setting.</summary>
public static class WeComLimits
{
    public const int ChatsOfJoinWay = 5;

    /// <summary>The characters of the text that a join way gives to those who enter by it.</summary>
    public const int JoinWayState = 30;

    public const int JoinWayRemark = 30;

    public const int ChatsOfGroupSend = 2_000;

    /// <summary>The bytes of the text of a group send.</summary>
    public const int GroupSendText = 4_000;

    public const int GroupSendAttachments = 9;

    /// <summary>Reminders of one group send within 24 hours.</summary>
    public const int GroupSendReminders = 3;

    /// <summary>The templates in the corporation's library of group welcomes.</summary>
    public const int WelcomeTemplates = 100;

    /// <summary>The bytes of the text of a group welcome.</summary>
    public const int WelcomeText = 3_000;

    /// <summary>The bytes of the text of a robot.</summary>
    public const int RobotText = 2_048;
}
