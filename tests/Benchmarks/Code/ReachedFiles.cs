using Mono.Cecil;

namespace Benchmarks.Code;

/// <summary>
/// The source files that contain the code reached from a handler: constructors, methods and property accessors, through
/// async state machines, lambdas and the implementations of the app's own interfaces. Code of other assemblies is not
/// followed.
/// </summary>
public static class ReachedFiles
{
    /// <summary>The files, each once, of the types whose members are reached from the methods of the handler.</summary>
    public static IReadOnlyList<string> From(CompiledCode code, string handler, SourceTypes sources)
    {
        var implementations = ImplementationsOf(code);
        var open = new Stack<MethodDefinition>(code.Types.Single(type => type.FullName == handler).Methods);
        var reached = new HashSet<MethodDefinition>(open);
        while (open.TryPop(out var method))
        {
            var next = code.CallsOf(method).Concat(StateMachineOf(method)).Concat(implementations[method]);
            foreach (var called in next.Where(reached.Add)) open.Push(called);
        }

        return
        [
            .. reached
                .Select(method => CompiledCode.OutermostOf(method.DeclaringType))
                .Distinct()
                .SelectMany(type => sources.FilesOf(type.FullName))
                .Distinct(StringComparer.Ordinal)
                .Order(StringComparer.Ordinal),
        ];
    }

    static IEnumerable<MethodDefinition> StateMachineOf(MethodDefinition method) =>
        method
            .CustomAttributes.Where(attribute =>
                attribute.AttributeType.Name
                    is "AsyncStateMachineAttribute"
                        or "IteratorStateMachineAttribute"
                        or "AsyncIteratorStateMachineAttribute")
            .SelectMany(attribute => ((TypeReference)attribute.ConstructorArguments[0].Value).Resolve().Methods)
            .Where(machine => machine.Name is "MoveNext");

    // For each abstract method of an interface or a class of the assembly: the methods that implement it.
    static ILookup<MethodDefinition, MethodDefinition> ImplementationsOf(CompiledCode code) =>
        code
            .Types.SelectMany(type =>
                AbstractMethodsOf(type)
                    .SelectMany(declared =>
                        type.Methods.Where(method => Implements(method, declared)).Select(method => (declared, method)))
            )
            .ToLookup(pair => pair.declared, pair => pair.method);

    static IEnumerable<MethodDefinition> AbstractMethodsOf(TypeDefinition type) =>
        BasesOf(type).SelectMany(ancestor => ancestor.Methods).Where(method => method.IsAbstract);

    static IEnumerable<TypeDefinition> BasesOf(TypeDefinition type)
    {
        var direct = type
            .Interfaces.Select(implemented => implemented.InterfaceType)
            .Append(type.BaseType)
            .OfType<TypeReference>();
        var own = direct
            .Where(reference => reference.GetElementType().Scope == type.Module)
            .Select(reference => reference.Resolve())
            .OfType<TypeDefinition>();
        return own.SelectMany(ancestor => BasesOf(ancestor).Prepend(ancestor));
    }

    static bool Implements(MethodDefinition method, MethodDefinition declared) =>
        method.IsVirtual && method.Name == declared.Name && method.Parameters.Count == declared.Parameters.Count;
}
