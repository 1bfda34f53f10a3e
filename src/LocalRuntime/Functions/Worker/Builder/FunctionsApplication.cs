using System.Reflection;
using System.Runtime.CompilerServices;
using LocalRuntime.Functions;
using LocalRuntime.Hosting;

namespace Microsoft.Azure.Functions.Worker.Builder;

/// <summary>The entry point of a functions app.</summary>
public static class FunctionsApplication
{
    /// <summary>
    /// A builder for the functions of the calling assembly. When that is the program itself, a start that is refused
    /// ends the process with a line on standard error; inside another program (a test) it throws.
    /// </summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static FunctionsApplicationBuilder CreateBuilder(string[] args)
    {
        var app = Assembly.GetCallingAssembly();
        var refusals = app == Assembly.GetEntryAssembly() ? RefusalPolicy.EndProcess : RefusalPolicy.Throw;
        return refusals.Guard(() => new FunctionsApplicationBuilder(HostSetup.From(args, new FunctionSource(app)), refusals));
    }
}
