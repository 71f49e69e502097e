using Merlon.Vectors;

return args switch
{
    ["versions", var ecosystem, var file] => Score.Of(VersionVectors.Run(ecosystem, file)),
    ["purl", _, ..] => Score.Of(args.Skip(1).SelectMany(PurlVectors.Run)),
    ["cvss", var file] => Score.Of(CvssVectors.Run(file)),
    ["cyclonedx", var folder] => Score.Of(CycloneDxVectors.Run(folder)),
    _ => Score.Usage(),
};
