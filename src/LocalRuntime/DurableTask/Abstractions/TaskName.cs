namespace Microsoft.DurableTask;

/// <summary>The name of an orchestrator or activity; text converts to it and back.</summary>
#pragma warning disable CA2225 // the official type converts implicitly and has no named alternates
public readonly record struct TaskName
{
    /// <summary>The name <paramref name="name"/>.</summary>
    public TaskName(string name) => Name = name;

    /// <summary>The name itself.</summary>
    public string Name { get; }

    /// <summary>Always empty: names are not versioned.</summary>
    public string Version => string.Empty;

    public static implicit operator TaskName(string value) => new(value);

    public static implicit operator string(TaskName value) => value.Name;

    /// <summary>The name itself.</summary>
    public override string ToString() => Name;
}
