namespace Microsoft.Azure.Functions.Worker;

/// <summary>One invocation of a function.</summary>
public abstract class FunctionContext
{
    /// <summary>Names this invocation.</summary>
    public abstract string InvocationId { get; }

    /// <summary>Names the function, the same in every invocation.</summary>
    public abstract string FunctionId { get; }

    /// <summary>The services of this invocation's scope.</summary>
    public abstract IServiceProvider InstanceServices { get; set; }

    /// <summary>What the parts of one invocation leave for each other.</summary>
#pragma warning disable CA2227 // the official signature has a setter
    public abstract IDictionary<object, object> Items { get; set; }
#pragma warning restore CA2227

    /// <summary>Signalled when the caller has gone or the host stops.</summary>
    public abstract CancellationToken CancellationToken { get; }

    /// <summary>The function that runs.</summary>
    public abstract FunctionDefinition FunctionDefinition { get; }
}
