namespace LocalRuntime.Hosting;

/// <summary>The host does not start; the message names what it does not support or cannot read.</summary>
public sealed class RefusedException(string message, int exitCode = 1) : Exception(message)
{
    /// <summary>The exit code of the process: 2 for a wrong command line, 0 for help, otherwise 1.</summary>
    public int ExitCode { get; } = exitCode;
}

/// <summary>Decides whether a refusal ends the process with a line and an exit code, or throws.</summary>
sealed class RefusalPolicy(bool endsProcess)
{
    public static readonly RefusalPolicy EndProcess = new(endsProcess: true);
    public static readonly RefusalPolicy Throw = new(endsProcess: false);

    public T Guard<T>(Func<T> start)
    {
        try
        {
            return start();
        }
        catch (RefusedException refused) when (endsProcess)
        {
            (refused.ExitCode == 0 ? Console.Out : Console.Error).WriteLine(refused.Message);
            Environment.Exit(refused.ExitCode);
            throw;
        }
    }
}
