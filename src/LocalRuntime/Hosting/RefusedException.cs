namespace LocalRuntime.Hosting;

/// <summary>The host does not start, and the message says what it does not support or understand.</summary>
public sealed class RefusedException(string message, int exitCode = 1) : Exception(message)
{
    /// <summary>What the process ends with: 2 for a wrong command line, 1 for the rest.</summary>
    public int ExitCode { get; } = exitCode;
}
