namespace FunctionsApp;

static class Program
{
    static void Main()
    {
    }
}
