namespace Community.Messaging.Channels.WeCom;

/// <summary>The corporation's limit on group sends to one customer group, of whomever they are.</summary>
public enum GroupSendLimit
{
    /// <summary>As many a month as the month has days.</summary>
    Monthly,

    /// <summary>Seven a week.</summary>
    Weekly,

    /// <summary>One a day.</summary>
    Daily,
}
