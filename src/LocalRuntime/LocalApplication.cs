using System.Reflection;
using LocalRuntime.Functions;
using LocalRuntime.Hosting;

namespace LocalRuntime;

/// <summary>The entry point of a program that hosts the functions of an app.</summary>
public static class LocalApplication
{
    /// <summary>
    /// A builder for the functions of an assembly. A start that is refused throws <see cref="RefusedException"/>; when
    /// the assembly is the program itself or <paramref name="endProcessOnRefusal"/> is true, it ends the process with a
    /// line on standard error and the exit code instead.
    /// </summary>
    public static LocalApplicationBuilder CreateBuilder(
        string[] args, Assembly functions, bool endProcessOnRefusal = false)
    {
        var endsProcess = endProcessOnRefusal || functions == Assembly.GetEntryAssembly();
        var refusals = endsProcess ? RefusalPolicy.EndProcess : RefusalPolicy.Throw;
        return refusals.Guard(() =>
            new LocalApplicationBuilder(HostSetup.From(args, new FunctionSource(functions)), refusals));
    }
}
