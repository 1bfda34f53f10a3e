namespace LocalRuntime.Hosting;

/// <summary>What becomes of a refusal: a program's own start ends with a line and an exit code, any other start throws.</summary>
internal sealed class RefusalPolicy(bool endsProcess)
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
            Console.Error.WriteLine(refused.Message);
            Environment.Exit(refused.ExitCode);
            throw;
        }
    }
}
