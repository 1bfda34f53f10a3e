namespace Community.Selling.Conversions;

public enum ConversionStep
{
    WarmUp, // 预热: the discussion, 24 to 48 hours before the link.
    Link,
    LastCall,
    Closing, // The end, at its instant or when the product is sold out.
}

public enum ConversionState
{
    Planned,
    WarmingUp,
    Selling,
    Held,
    Closed,
    Cancelled,
}

/// <summary>购买动力: why people buy. It selects the copy where the operator wrote none.</summary>
public enum PurchaseDrive
{
    Pain, // 痛点.
    Delight, // 爽点.
    Belonging, // 隶属价值.
    Fit, // 定位相符.
    Impulse, // 冲动.
    Trust, // 信任感.
}

/// <summary>The treatment of a group in the comparison of warm-up and holdout.</summary>
public enum Arm
{
    WarmUp,
    LinkOnly, // The holdout: the link without the warm-up.
}

public enum InterestLevel
{
    Low,
    Medium,
    High,
}

/// <summary>What to do with the steps that became due while a conversion was held.</summary>
public enum MissedSteps
{
    Run, // One of them runs now: the closing before the link, the link before the others.
    Skip, // None of them runs.
}
