namespace LocalRuntime.Functions.Invocation;

/// <summary>Which parameter types <c>[DurableClient]</c> binds.</summary>
internal static class DurableClients
{
    public static bool Supports(Type type) => type.FullName == "Microsoft.DurableTask.Client.DurableTaskClient";
}
