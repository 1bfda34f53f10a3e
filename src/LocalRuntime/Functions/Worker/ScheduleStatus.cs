namespace Microsoft.Azure.Functions.Worker;

/// <summary>Where a timer stands, in UTC.</summary>
public class ScheduleStatus
{
    /// <summary>The last slot that ran; the default value before the first.</summary>
    public DateTime Last { get; set; }

    /// <summary>The next slot.</summary>
    public DateTime Next { get; set; }

    /// <summary>When this state was written.</summary>
    public DateTime LastUpdated { get; set; }
}
