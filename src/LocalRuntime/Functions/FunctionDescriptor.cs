using System.Collections.Immutable;

namespace LocalRuntime.Functions;

/// <summary>A <c>[Function]</c> method and its trigger parameter.</summary>
sealed class FunctionDescriptor(
    string name, MethodInfo method, ParameterInfo triggerParameter, Attribute trigger) : FunctionDefinition
{
    public override string Id => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(EntryPoint)))[..8];

    public override string Name => name;

    public override string EntryPoint { get; } = $"{method.DeclaringType!.FullName}.{method.Name}";

    public override string PathToAssembly => method.DeclaringType!.Assembly.Location;

    public override ImmutableArray<FunctionParameter> Parameters =>
        [.. method.GetParameters().Select(p => new FunctionParameter(p.Name!, p.ParameterType))];

    public override IImmutableDictionary<string, BindingMetadata> InputBindings =>
        throw new NotSupportedException("The local runtime does not support FunctionDefinition.InputBindings.");

    public override IImmutableDictionary<string, BindingMetadata> OutputBindings =>
        throw new NotSupportedException("The local runtime does not support FunctionDefinition.OutputBindings.");

    public MethodInfo Method => method;

    public ParameterInfo TriggerParameter => triggerParameter;

    public Attribute Trigger => trigger;

    public RefusedException Refuse(string reason) => new($"Function '{name}': {reason}");
}
