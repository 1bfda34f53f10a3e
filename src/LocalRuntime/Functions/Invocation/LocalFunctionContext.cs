using RetryContext = Microsoft.Azure.Functions.Worker.RetryContext;

namespace LocalRuntime.Functions.Invocation;

/// <summary>The context of one invocation. Members that few functions use are created on first use.</summary>
sealed class LocalFunctionContext(
    FunctionDescriptor function, IServiceProvider services, CancellationToken cancellationToken) : FunctionContext
{
    string? invocationId;
    IDictionary<object, object>? items;

    /// <summary>The value of the trigger.</summary>
    public object? Trigger { get; set; }

    /// <summary>What the function returned; null before it was invoked.</summary>
    public object? Result { get; set; }

    public override string InvocationId => invocationId ??= Guid.NewGuid().ToString();

    public override string FunctionId => function.Id;

    public override FunctionDefinition FunctionDefinition => function;

    public override IServiceProvider InstanceServices { get; set; } = services;

    public override IDictionary<object, object> Items
    {
        get => items ??= new Dictionary<object, object>();
        set => items = value;
    }

    public override CancellationToken CancellationToken => cancellationToken;

    public override TraceContext TraceContext => throw Unsupported(nameof(TraceContext));

    public override BindingContext BindingContext => throw Unsupported(nameof(BindingContext));

    public override RetryContext RetryContext => throw Unsupported(nameof(RetryContext));

    public override IInvocationFeatures Features => throw Unsupported(nameof(Features));

    static NotSupportedException Unsupported(string member) =>
        new($"The local runtime does not support FunctionContext.{member}.");
}
