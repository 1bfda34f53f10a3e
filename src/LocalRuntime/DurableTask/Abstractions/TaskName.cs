namespace Microsoft.DurableTask;

/// <summary>The name of an orchestrator or activity; text converts to it and back.</summary>
#pragma warning disable CA2225 // the official type converts implicitly and has no named alternates
public readonly record struct TaskName(string Name)
{
    /// <summary>Always empty: names are not versioned.</summary>
    public string Version => string.Empty;

    /// <summary>The name itself.</summary>
    public override string ToString() => Name;

    public static implicit operator TaskName(string value) => new(value);

    public static implicit operator string(TaskName value) => value.Name;
}
