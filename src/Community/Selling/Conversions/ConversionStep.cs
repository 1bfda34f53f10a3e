namespace Community.Selling.Conversions;

/// <summary>What a conversion does, in this order.</summary>
public enum ConversionStep
{
    /// <summary>预热: the discussion a day or two ahead.</summary>
    WarmUp,

    /// <summary>The message with the link.</summary>
    Link,

    /// <summary>The reminder before the end.</summary>
    LastCall,

    /// <summary>The end, at its instant or when nothing is left.</summary>
    Closing,
}

/// <summary>Where a conversion stands.</summary>
public enum ConversionState
{
    /// <summary>Nothing was said yet.</summary>
    Planned,

    /// <summary>The discussion runs, and interest is listened for.</summary>
    WarmingUp,

    /// <summary>The link is out.</summary>
    Selling,

    /// <summary>Stopped for now by the operator.</summary>
    Held,

    /// <summary>Over.</summary>
    Closed,

    /// <summary>Ended by the operator; nothing more was said.</summary>
    Cancelled,
}

/// <summary>购买动力: why people buy, which picks the words where the operator wrote none.</summary>
public enum PurchaseDrive
{
    /// <summary>痛点.</summary>
    Pain,

    /// <summary>爽点.</summary>
    Delight,

    /// <summary>隶属价值.</summary>
    Belonging,

    /// <summary>定位相符.</summary>
    Fit,

    /// <summary>冲动.</summary>
    Impulse,

    /// <summary>信任感.</summary>
    Trust,
}

/// <summary>How a group is treated, so that what the warm-up brings can be told.</summary>
public enum Arm
{
    /// <summary>Warmed up, listened to, then given the link.</summary>
    WarmUp,

    /// <summary>The holdout: given the link alone.</summary>
    LinkOnly,
}

/// <summary>How much interest was heard.</summary>
public enum InterestLevel
{
    /// <summary>Little.</summary>
    Low,

    /// <summary>Some.</summary>
    Medium,

    /// <summary>Much.</summary>
    High,
}

/// <summary>What becomes of the steps whose instants passed while a conversion was held.</summary>
public enum MissedSteps
{
    /// <summary>The one that matters most runs now: closing before the link, the link before the others.</summary>
    Run,

    /// <summary>None of them runs.</summary>
    Skip,
}
