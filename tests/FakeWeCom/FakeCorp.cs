namespace FakeWeCom;

/// <summary>A corporation with one self-built app, its staff and what its admin console is set to.</summary>
public sealed class FakeCorp
{
    public required string CorpId { get; init; }

    public required int AgentId { get; init; }

    public required string Secret { get; init; }

    /// <summary>The token that signs callbacks.</summary>
    public required string CallbackToken { get; init; }

    /// <summary>The EncodingAESKey of callbacks.</summary>
    public required string CallbackKey { get; init; }

    /// <summary>Keys of the robots of internal groups.</summary>
    public IReadOnlyCollection<string> RobotKeys { get; init; } = [];

    /// <summary>The user ids of staff whom the app may see.</summary>
    public ISet<string> VisibleStaff { get; } = new HashSet<string>(StringComparer.Ordinal);

    /// <summary>False where the address of the app is not in the list of trusted ones.</summary>
    public bool IsTrustedAddress { get; set; } = true;

    /// <summary>False where the app is not in the list of those that may call the API of customer contacts.</summary>
    public bool MayCallCustomerApi { get; set; } = true;

    /// <summary>How long a new token is valid.</summary>
    public TimeSpan TokenLifetime { get; set; } = TimeSpan.FromHours(2);

    /// <summary>How late the details of groups are.</summary>
    public TimeSpan DetailsDelay { get; set; }

    /// <summary>The limit on group sends to one group.</summary>
    public FakeSendLimit SendLimit { get; set; } = FakeSendLimit.DaysOfMonth;

    /// <summary>The members at which entry by scan ends.</summary>
    public int ScanEntryLimit { get; set; } = 200;

    /// <summary>How long an owner takes to confirm a group send; null for one who never does.</summary>
    public Func<string, TimeSpan?> ConfirmsAfter { get; set; } = _ => null;

    /// <summary>Calls of one path in a minute, and in an hour.</summary>
    public (int Minute, int Hour) CallLimits { get; set; } = (10_000, 150_000);
}

public enum FakeSendLimit
{
    DaysOfMonth,

    SevenAWeek,

    OneADay,
}
