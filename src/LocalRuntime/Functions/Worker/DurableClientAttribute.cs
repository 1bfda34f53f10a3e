namespace Microsoft.Azure.Functions.Worker;

/// <summary>Binds the client that starts, queries and steers orchestrations.</summary>
[AttributeUsage(AttributeTargets.Parameter)]
public sealed class DurableClientAttribute : Attribute
{
    /// <summary>The task hub; null for host.json's.</summary>
    public string? TaskHub { get; set; }

    /// <summary>The setting that holds the connection string; null for the default.</summary>
    public string? ConnectionName { get; set; }
}
