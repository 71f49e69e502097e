using Merlon.DataflowBench;

return args switch
{
    ["parse", var folder] => ParseSpeed.Measure(folder),
    _ => Usage(),
};

static int Usage()
{
    Console.Error.WriteLine("usage: Merlon.DataflowBench parse FOLDER");
    return 2;
}
