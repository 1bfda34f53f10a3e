namespace Community.Pushes.Guards;

public abstract record PushDecision
{
    PushDecision()
    {
    }

    /// <summary>The guard that does not let the push pass now; null when all do.</summary>
    public abstract PushGuard? Guard { get; }

    public sealed record Allow : PushDecision
    {
        public override PushGuard? Guard => null;
    }

    /// <summary>The guards are asked again at <paramref name="Until"/>.</summary>
    public sealed record Postpone(DateTimeOffset Until, PushGuard By) : PushDecision
    {
        public override PushGuard? Guard => By;
    }

    /// <summary><paramref name="Reason"/> is a Chinese sentence for operators.</summary>
    public sealed record Skip(PushGuard By, string Reason) : PushDecision
    {
        public override PushGuard? Guard => By;
    }
}
