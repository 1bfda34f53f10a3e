using Mono.Cecil;
using Mono.Cecil.Cil;

namespace Benchmarks.Code;

/// <summary>A compiled assembly: which types it has, and what each of their members uses.</summary>
public sealed class CompiledCode : IDisposable
{
    readonly ModuleDefinition module;

    /// <summary>Reads the assembly at this path.</summary>
    public CompiledCode(string path)
    {
        module = ModuleDefinition.ReadModule(path);
        Types = [.. module.GetTypes().Where(type => OutermostOf(type).Namespace.Length > 0)];
    }

    /// <summary>Every type in a namespace, nested types and the types that the compiler generates included.</summary>
    public IReadOnlyList<TypeDefinition> Types { get; }

    /// <summary>The type that a source file declares: the outermost type around a nested one.</summary>
    public static TypeDefinition OutermostOf(TypeDefinition type) =>
        type.DeclaringType is { } outer ? OutermostOf(outer) : type;

    /// <summary>
    /// The types of this assembly that a type mentions: in its declaration, its members and its code.
    /// </summary>
    public IEnumerable<TypeDefinition> UsesOf(TypeDefinition type) =>
        MentionsOf(type).SelectMany(Definitions).Distinct();

    /// <summary>The methods of this assembly that a method calls or takes as a delegate.</summary>
    public IEnumerable<MethodDefinition> CallsOf(MethodDefinition method)
    {
        if (!method.HasBody) return [];
        var called = method.Body.Instructions.Select(instruction => instruction.Operand).OfType<MethodReference>();
        return called
            .Where(reference => reference.DeclaringType.GetElementType().Scope == module)
            .Select(reference => reference.Resolve())
            .OfType<MethodDefinition>();
    }

    /// <inheritdoc />
    public void Dispose() => module.Dispose();

    static IEnumerable<TypeReference?> MentionsOf(TypeDefinition type) =>
        [
            type.BaseType,
            .. type.Interfaces.Select(implemented => implemented.InterfaceType),
            .. type
                .GenericParameters.SelectMany(parameter => parameter.Constraints)
                .Select(constraint => constraint.ConstraintType),
            .. type.CustomAttributes.Select(attribute => attribute.AttributeType),
            .. type.Fields.Select(field => field.FieldType),
            .. type.Methods.SelectMany(MentionsOf),
        ];

    static IEnumerable<TypeReference?> MentionsOf(MethodDefinition method) =>
    [
        method.ReturnType,
        .. method.Parameters.Select(parameter => parameter.ParameterType),
        .. method.CustomAttributes.Select(attribute => attribute.AttributeType),
        .. method.HasBody ? method.Body.Variables.Select(variable => variable.VariableType) : [],
        .. method.HasBody ? method.Body.Instructions.SelectMany(MentionsOf) : [],
    ];

    static IEnumerable<TypeReference?> MentionsOf(Instruction instruction) => instruction.Operand switch
    {
        TypeReference type => [type],
        FieldReference field => [field.DeclaringType, field.FieldType],
        GenericInstanceMethod method => [method.DeclaringType, method.ReturnType, .. method.GenericArguments],
        MethodReference method => [method.DeclaringType, method.ReturnType],
        _ => [],
    };

    IEnumerable<TypeDefinition> Definitions(TypeReference? type) =>
        type switch
        {
            null or GenericParameter => [],
            GenericInstanceType generic =>
            [
                .. Definitions(generic.ElementType),
                .. generic.GenericArguments.SelectMany(Definitions),
            ],
            TypeSpecification specification => Definitions(specification.ElementType),
            _ when type.Scope == module => type.Resolve() is { } definition ? [definition] : [],
            _ => [],
        };
}
