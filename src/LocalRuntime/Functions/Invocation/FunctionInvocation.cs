using Microsoft.Azure.Functions.Worker;

namespace LocalRuntime.Functions.Invocation;

/// <summary>The context of one invocation; what few functions ask for is made when it is asked for.</summary>
internal sealed class FunctionInvocation(FunctionDescriptor function, IServiceProvider services, CancellationToken cancellationToken) : FunctionContext
{
    string? invocationId;
    IDictionary<object, object>? items;

    public override string InvocationId => invocationId ??= Guid.NewGuid().ToString();

    public override string FunctionId => function.Id;

    public override IServiceProvider InstanceServices { get; set; } = services;

    public override IDictionary<object, object> Items
    {
        get => items ??= new Dictionary<object, object>();
        set => items = value;
    }

    public override CancellationToken CancellationToken => cancellationToken;

    public override FunctionDefinition FunctionDefinition => function;
}
